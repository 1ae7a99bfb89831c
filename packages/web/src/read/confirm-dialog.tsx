import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

/** What a dialog asks, and what its buttons say. */
export interface ConfirmWords {
  readonly title: string;
  /** What happens then, in sentences. */
  readonly consequences: readonly string[];
  readonly confirm: string;
  readonly cancel: string;
}

/** Asks whether something is to be done, and says what happens then. Leaving is what is focused first. */
export default function ConfirmDialog({
  words,
  confirm,
  cancel,
}: {
  readonly words: ConfirmWords;
  confirm(): void;
  cancel(): void;
}) {
  return (
    <ModalOverlay className="confirm-overlay" isOpen onOpenChange={(open) => !open && cancel()}>
      <Modal className="confirm">
        <Dialog role="alertdialog">
          <Heading slot="title" level={2}>
            {words.title}
          </Heading>
          {words.consequences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <p className="actions">
            <Button onPress={confirm}>{words.confirm}</Button>
            <Button className="quiet" onPress={cancel} autoFocus>
              {words.cancel}
            </Button>
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
