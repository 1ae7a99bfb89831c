import type { Said } from '@proviso/model';
import type { ErrorObject } from 'ajv';

/** What JSON Schema calls types. */
const TYPES: Readonly<Record<string, Said>> = {
  string: { en: 'text', zh: '文本' },
  object: { en: 'a JSON object', zh: 'JSON 对象' },
  array: { en: 'a list', zh: '列表' },
  integer: { en: 'a whole number', zh: '整数' },
  number: { en: 'a number', zh: '数字' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  null: { en: 'null', zh: 'null' },
};

const OTHERWISE: Said = { en: 'is not as it has to be', zh: '不符合要求' };

/** What a value has to be, as a predicate: `must be a list`, `必须是列表`. */
export function predicateOf({ keyword, params }: Pick<ErrorObject, 'keyword' | 'params'>): Said {
  const limit = String(params.limit);
  switch (keyword) {
    case 'type': {
      const types: readonly unknown[] = [params.type].flat();
      const words = types.flatMap((type) => TYPES[String(type)] ?? []);
      if (words.length === 0) return OTHERWISE;
      return {
        en: `must be ${words.map(({ en }) => en).join(' or ')}`,
        zh: `必须是${words.map(({ zh }) => zh).join('或')}`,
      };
    }
    case 'enum':
      return { en: 'is none of the allowed values', zh: '不是允许的值' };
    case 'minimum':
      return { en: `must be at least ${limit}`, zh: `不得小于 ${limit}` };
    case 'maximum':
      return { en: `must be at most ${limit}`, zh: `不得大于 ${limit}` };
    case 'minLength':
      return { en: `must have at least ${limit} characters`, zh: `不得少于 ${limit} 个字符` };
    case 'maxLength':
      return { en: `must have at most ${limit} characters`, zh: `不得超过 ${limit} 个字符` };
    case 'minItems':
      return { en: `must have at least ${limit} entries`, zh: `不得少于 ${limit} 项` };
    case 'maxItems':
      return { en: `must have at most ${limit} entries`, zh: `不得超过 ${limit} 项` };
    case 'maxProperties':
      return { en: `must have at most ${limit} members`, zh: `不得超过 ${limit} 个成员` };
    case 'pattern':
      return { en: `must be of the form ${params.pattern}`, zh: `必须符合格式 ${params.pattern}` };
    default:
      return OTHERWISE;
  }
}
