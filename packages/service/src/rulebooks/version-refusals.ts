import { Problem } from '../http/problem.ts';

/** No version of a rulebook has a number. */
export function unknownVersion(id: string, number: number): Problem {
  return new Problem(
    404,
    'not_found',
    {
      en: `No version ${number} of ${JSON.stringify(id)} was ever published.`,
      zh: `${JSON.stringify(id)} 从未发布过第 ${number} 版。`,
    },
    { field: 'version' },
  );
}

/** The texts of a version are not in the data folder any more. */
export function versionGone(id: string, digest: string): Problem {
  return new Problem(
    409,
    'rulebook_gone',
    {
      en: `The texts of the version ${digest} of ${JSON.stringify(id)} are not here any more.`,
      zh: `${JSON.stringify(id)} 的版本 ${digest} 的文本已不在此处。`,
    },
    { field: 'version' },
  );
}
