import { textIn } from '@proviso/model';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { RulebookEntry } from '../api/contract.ts';
import { useWords } from '../i18n/words.tsx';

/** Asks whether a published rulebook is to be taken back, and says what happens then. */
export default function WithdrawDialog(props: { readonly rulebook: RulebookEntry; confirm(): void; cancel(): void }) {
  const { say, language } = useWords();
  const { title, shadows } = props.rulebook;
  return (
    <ModalOverlay className="confirm-overlay" isOpen onOpenChange={(open) => !open && props.cancel()}>
      <Modal className="confirm">
        <Dialog role="alertdialog">
          <Heading slot="title" level={2}>
            {say('withdraw.title', { title: textIn(title, language) })}
          </Heading>
          <p>{say(shadows ? 'withdraw.shipped' : 'withdraw.none')}</p>
          <p>{say('withdraw.kept')}</p>
          <p className="actions">
            <Button onPress={props.confirm}>{say('withdraw.do')}</Button>
            <Button className="quiet" onPress={props.cancel} autoFocus>
              {say('withdraw.leave')}
            </Button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
