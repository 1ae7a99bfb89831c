import { ServiceFailure } from '../../api/failure.ts';
import { useWords } from '../../i18n/words.tsx';
import { Failed } from '../../shell/failed.tsx';
import { toldInChinese } from './chinese.ts';

/** Says why a file cannot be screened. What the screening library says is English; the Chinese page has words of its own. */
export function ScreenFailed({ failure, retry }: { readonly failure: ServiceFailure; retry(): void }) {
  const { language } = useWords();
  const { status, reason, values, field, code } = failure;
  const told = language === 'zh' ? toldInChinese(reason === '' ? code : reason, values, field) : undefined;
  const shown =
    told === undefined ? failure : new ServiceFailure(status, told.what, { hint: told.next ?? '', field, code });
  return <Failed failure={shown} retry={retry} />;
}
