import type { Service } from '@proviso/service';
import type { LightMyRequestResponse } from 'fastify';
import { send } from './helpers.ts';

/** A small rulebook: exports to the moon above a number of boxes. */
export const moon = (most = 10, expected = 'prohibited') => `# Moon

\`\`\`proviso
rulebook my/moon
  title en "Exports to the moon" zh "对月球的出口"
  zone America/New_York

instrument ORDER
  kind executive_order
  title en "Order on the moon" zh "月球令"
  citation "1 MR 1"

provision ORDER-1 of ORDER at en "s. 1" zh "第1条"
  gist en "No boxes" zh "禁止装箱"

event start
  effective ORDER on 2020-02-01
  label en "Order takes effect" zh "命令生效"

event signed
  issued ORDER on 2020-01-10
  label en "Order signed" zh "命令签署"

fact boxes integer from 0 to 100
  label en "Boxes" zh "箱数"
  question en "How many boxes?" zh "多少箱？"

prohibition shipping per ORDER-1
  when boxes > ${most}

example "eleven boxes"
  as of 2021-01-01
  given boxes is 11
  expect ${expected}
\`\`\`
`;

/** The media type that a rulebook is sent with. */
export const MARKDOWN = 'text/markdown; charset=utf-8';
/** Its address. */
export const MOON = '/v1/rulebooks/my%2Fmoon';

/** Publishes a text. */
export function put(
  service: Service,
  text: string | Buffer,
  url = MOON,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  return send(service, { method: 'PUT', url, payload: text, headers: { 'content-type': MARKDOWN, ...headers } });
}
