import type { Token } from '../lexer/token.ts';
import { DEFAULTS, RULES } from './generated/tables.ts';
import type { Element, Rule } from './grammar.ts';
import { EXIT, type Steps } from './reader.ts';
import { type AstNode, type Source, TreeNode } from './span.ts';

type Assign = Extract<Element, { is: 'assign' }>;

/** A rule that is being read. */
interface Frame {
  readonly rule: Rule;
  readonly into: Assign | undefined;
  readonly first: number;
  node: TreeNode;
  text: string;
}

/** Builds the node of a rule from the steps of its reading. */
export function buildTree({ elements, rules, tokens }: Steps, source: Source): AstNode {
  const stack: Frame[] = [];
  let result: unknown;
  for (const [index, element] of elements.entries()) {
    const top = stack.at(-1);
    const token = tokens[index] ?? 0;
    const step = rules[index] ?? EXIT;
    if (step >= 0) {
      const rule = RULES[step];
      if (rule === undefined) throw new Error(`the grammar has no rule ${step}`);
      // A fragment adds to the node of its caller.
      if (rule.kind === 'fragment' && top !== undefined) stack.push(top);
      else
        stack.push({
          rule,
          into: element.is === 'assign' ? element : undefined,
          first: token,
          node: new TreeNode(),
          text: '',
        });
    } else if (step === EXIT) {
      stack.pop();
      const caller = stack.at(-1);
      if (top === undefined || top === caller) continue;
      const value = top.rule.kind === 'text' ? top.text : finished(top, token, source);
      if (caller === undefined) result = value;
      else if (top.into !== undefined) assign(caller.node, top.into, value);
      else if (top.rule.kind === 'text') caller.text += top.text;
      else caller.node = value as TreeNode;
    } else if (top !== undefined) take(element, source.tokens[token], top);
  }
  return result as AstNode;
}

function take(element: Element, token: Token | undefined, frame: Frame): void {
  if (element.is === 'action') {
    if (element.property === undefined) {
      frame.node.$type = element.type;
      return;
    }
    const before = frame.node;
    frame.node = new TreeNode();
    frame.node.$type = element.type;
    assign(frame.node, { property: element.property, how: element.how ?? 'set' }, before);
    return;
  }
  if (token === undefined) return;
  if (element.is === 'assign') assign(frame.node, element, written(token));
  else frame.text += token.text;
}

function finished(frame: Frame, end: number, source: Source): TreeNode {
  const { first, node, rule } = frame;
  node.$type ??= rule.type;
  for (const [property, kind] of DEFAULTS[String(node.$type)] ?? []) node[property] ??= kind === 'list' ? [] : false;
  TreeNode.place(node, { source, first, end });
  return node;
}

function assign(node: TreeNode, { how, property }: Pick<Assign, 'how' | 'property'>, value: unknown): void {
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
