import type { Answer } from '@proviso/logic';
import type { PageProps } from '../ask/common.ts';
import type { Glossary } from './glossary.ts';

/** What a section of the answer is given. */
export interface SectionProps extends PageProps {
  readonly answer: Answer;
  readonly glossary: Glossary;
}
