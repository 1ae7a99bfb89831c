// Every sort of row, with how many there are of about 10,000.
import { OTHER_APPS } from './other-apps.mjs';
import { TENCENT } from './tencent.mjs';
import { UNRELATED } from './unrelated.mjs';
import { WECHAT } from './wechat.mjs';

export const ARCHETYPES = [...UNRELATED, ...OTHER_APPS, ...TENCENT, ...WECHAT];
