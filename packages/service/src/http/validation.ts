import { nearest } from '@proviso/model';
import { Ajv, type ErrorObject } from 'ajv';
import { Problem } from './problem.ts';
import { predicateOf } from './validation-words.ts';

const BODY = new Ajv({ coerceTypes: false, useDefaults: false, removeAdditional: false, strict: false });
// What comes in an address is text: numbers and lists are read from it.
const ADDRESS = new Ajv({ coerceTypes: 'array', useDefaults: true, removeAdditional: false, strict: false });

/** Compiles what checks a part of a request. */
export function validatorFor({
  schema,
  httpPart,
}: {
  readonly schema: unknown;
  readonly httpPart?: string | undefined;
}) {
  if (typeof schema !== 'object' || schema === null) throw new Error('a schema is an object');
  // Headers are described, and checked where they are used.
  if (httpPart === 'headers') return () => true as const;
  const validate = (httpPart === 'body' ? BODY : ADDRESS).compile(schema);
  // Most addresses have nothing behind the path: where that is sound once, it always is.
  const nothingIsSound = httpPart !== 'body' && validate({}) && !hasDefaults(schema);
  // Bodies are never changed: one that was sound is sound.
  const sound = new WeakSet<object>();
  return (data: unknown): true | { readonly error: Error } => {
    const isObject = httpPart === 'body' && typeof data === 'object' && data !== null;
    if (isObject ? sound.has(data) : nothingIsSound && isNothing(data)) return true;
    if (validate(data)) {
      if (isObject) sound.add(data);
      return true;
    }
    return { error: problemFrom(validate.errors ?? [], httpPart === 'body', schema) };
  };
}

function hasDefaults(schema: object): boolean {
  return 'properties' in schema && Object.values(schema.properties ?? {}).some((one: object) => 'default' in one);
}

function isNothing(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  for (const _ in data) return false;
  return true;
}

/** The problem of the first thing that is wrong. */
function problemFrom(errors: readonly ErrorObject[], inBody: boolean, schema: object): Problem {
  const [error] = errors;
  const place = (error?.instancePath ?? '').slice(1).replaceAll('/', '.');
  const code = inBody ? 'wrong_member' : 'wrong_parameter';
  const kind = inBody ? { en: 'member', zh: '成员' } : { en: 'parameter', zh: '参数' };
  const inside = (name: string) => (place === '' ? name : `${place}.${name}`);
  switch (error?.keyword) {
    case 'additionalProperties': {
      const strange = String(error.params.additionalProperty);
      const known = 'properties' in schema ? Object.keys(schema.properties ?? {}) : [];
      const near = nearest(strange, known);
      const list = known.join(', ');
      return new Problem(
        400,
        code,
        { en: `There is no ${kind.en} ${JSON.stringify(strange)}.`, zh: `没有${kind.zh} ${JSON.stringify(strange)}。` },
        {
          field: inside(strange),
          hint:
            near === undefined
              ? { en: `Known here: ${list || 'none'}.`, zh: `此处可用：${list || '无'}。` }
              : { en: `Did you mean ${near}?`, zh: `您是否想写 ${near}？` },
        },
      );
    }
    case 'required': {
      const missing = String(error.params.missingProperty);
      const detail = { en: `The ${kind.en} ${missing} is missing.`, zh: `缺少${kind.zh} ${missing}。` };
      return new Problem(400, code, detail, { field: inside(missing) });
    }
    default: {
      const what =
        place === ''
          ? { en: 'The body', zh: '请求正文' }
          : { en: `The ${kind.en} ${place}`, zh: `${kind.zh} ${place} ` };
      const predicate = predicateOf(error ?? { keyword: '', params: {} });
      const allowed: unknown = error?.params.allowedValues;
      const hint = Array.isArray(allowed)
        ? { en: `One of ${allowed.join(', ')}.`, zh: `应为以下之一：${allowed.join('、')}。` }
        : undefined;
      return new Problem(
        400,
        code,
        { en: `${what.en} ${predicate.en}.`, zh: `${what.zh}${predicate.zh}。` },
        { ...(place === '' ? {} : { field: place }), ...(hint === undefined ? {} : { hint }) },
      );
    }
  }
}
