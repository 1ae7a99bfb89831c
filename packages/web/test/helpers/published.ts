import { expect } from 'vitest';

/** What a small rulebook of one order is about. */
export interface SmallRulebook {
  readonly id: string;
  readonly title: { readonly en: string; readonly zh: string };
  /** The day on which the order takes effect. */
  readonly effective: string;
}

/** The text of a rulebook of one order that prohibits everything with more than ten boxes. */
export const smallRulebook = ({ id, title, effective }: SmallRulebook): string => `# Boxes

\`\`\`proviso
rulebook ${id}
  title en "${title.en}" zh "${title.zh}"
  zone America/New_York

instrument ORDER
  kind executive_order
  title en "Order on boxes" zh "装箱令"
  citation "1 B 1"

provision ORDER-1 of ORDER at en "s. 1" zh "第1条"
  gist en "No boxes" zh "禁止装箱"

event start
  effective ORDER on ${effective}
  label en "Order takes effect" zh "命令生效"

fact boxes integer from 0 to 100
  label en "Boxes" zh "箱数"
  question en "How many boxes?" zh "多少箱？"

prohibition shipping per ORDER-1
  when boxes > 10

example "eleven boxes"
  as of 2040-01-01
  given boxes is 11
  expect prohibited
\`\`\`
`;

/** Publishes a small rulebook, also in place of a shipped one. */
export async function publish(address: string, rulebook: SmallRulebook, token?: string): Promise<void> {
  const reply = await fetch(`${address}/v1/rulebooks/${encodeURIComponent(rulebook.id)}?shadow=true`, {
    method: 'PUT',
    headers: { 'content-type': 'text/markdown', ...bearer(token) },
    body: smallRulebook(rulebook),
  });
  expect([200, 201], await reply.text()).toContain(reply.status);
}

/** Takes a published rulebook back. */
export async function withdraw(address: string, id: string): Promise<void> {
  const reply = await fetch(`${address}/v1/rulebooks/${encodeURIComponent(id)}`, { method: 'DELETE' });
  expect(reply.status).toBe(204);
}

function bearer(token: string | undefined): Readonly<Record<string, string>> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
