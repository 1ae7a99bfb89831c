export { type Generated, type GenerateQuestion, generate } from './generate.ts';
