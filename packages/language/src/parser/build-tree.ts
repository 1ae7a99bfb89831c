import type { Token } from '../lexer/token.ts';
import { DEFAULTS, RULES } from './generated/tables.ts';
import type { Element, Rule } from './grammar.ts';
import type { Step } from './reader.ts';
import { type AstNode, type Source, setSpan } from './span.ts';

type Node = Record<string, unknown>;
type Assign = Extract<Element, { is: 'assign' }>;

/** A rule that is being read. */
interface Frame {
  readonly rule: Rule;
  readonly into: Assign | undefined;
  readonly first: number;
  node: Node;
  text: string;
}

/** Builds the node of a rule from the steps of its reading. */
export function buildTree(steps: readonly Step[], source: Source): AstNode {
  const stack: Frame[] = [];
  let result: unknown;
  for (const step of steps) {
    const top = stack.at(-1);
    if ('enter' in step) {
      const rule = RULES[step.enter];
      if (rule === undefined) throw new Error(`the grammar has no rule ${step.enter}`);
      // A fragment adds to the node of its caller.
      if (rule.kind === 'fragment' && top !== undefined) stack.push(top);
      else stack.push({ rule, into: step.into, first: step.token, node: {}, text: '' });
    } else if ('exit' in step) {
      stack.pop();
      const caller = stack.at(-1);
      if (top === undefined || top === caller) continue;
      const value = top.rule.kind === 'text' ? top.text : finished(top, step.token, source);
      if (caller === undefined) result = value;
      else if (top.into !== undefined) assign(caller.node, top.into, value);
      else if (top.rule.kind === 'text') caller.text += top.text;
      else caller.node = value as Node;
    } else if (top !== undefined) take(step, top, source);
  }
  return result as AstNode;
}

function take(step: Extract<Step, { element: unknown }>, frame: Frame, source: Source): void {
  const { element } = step;
  if (element.is === 'action') {
    if (element.property === undefined) {
      frame.node.$type = element.type;
      return;
    }
    const before = frame.node;
    frame.node = { $type: element.type };
    assign(frame.node, { is: 'assign', property: element.property, how: element.how ?? 'set', of: element }, before);
    return;
  }
  const token = 'token' in step ? source.tokens[step.token] : undefined;
  if (token === undefined) return;
  if (element.is === 'assign') assign(frame.node, element, written(token));
  else frame.text += token.text;
}

function finished(frame: Frame, end: number, source: Source): Node {
  const { first, node, rule } = frame;
  node.$type ??= rule.type;
  for (const [property, kind] of DEFAULTS[String(node.$type)] ?? []) node[property] ??= kind === 'list' ? [] : false;
  setSpan(node, { source, first, end });
  return node;
}

function assign(node: Node, { how, property }: Assign, value: unknown): void {
  if (how === 'set') node[property] = value;
  else if (how === 'flag') node[property] = true;
  else {
    const list = node[property];
    if (Array.isArray(list)) list.push(value);
    else node[property] = [value];
  }
}

/** Takes texts out of their quotes; everything else stays as written. */
function written({ kind, text }: Token): string {
  if (kind !== 'STRING') return text;
  return text.slice(1, -1).replace(/\\(.)/g, (_, character: string) => (character === 'n' ? '\n' : character));
}
