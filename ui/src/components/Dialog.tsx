// A question over the page. Escape and the close button answer "no".
import type { ReactNode } from 'react';
import { Button, Dialog as Box, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useWords } from '../l10n';
import { classes } from './classes';
import styles from './Dialog.module.css';
import { Icon } from './Icon';

interface Props {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  wide?: boolean;
  /** The acts, the main one last. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Dialog({ title, isOpen, onClose, wide = false, actions, children }: Props) {
  const words = useWords();
  return (
    <ModalOverlay
      className={styles.veil}
      isOpen={isOpen}
      isDismissable={false}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className={classes(styles.modal, wide && styles.wide)}>
        <Box className={styles.dialog}>
          <header className={styles.head}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button className={styles.close} aria-label={words('ui-close')} onPress={onClose}>
              <Icon name="close" />
            </Button>
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.actions}>{actions}</footer>}
        </Box>
      </Modal>
    </ModalOverlay>
  );
}
