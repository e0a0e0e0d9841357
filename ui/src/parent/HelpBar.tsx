// At the foot of every screen of a visit: calling the desk, saying that somebody helps, and leaving with all of it erased.
import { useState } from 'react';
import { type ParentView, useAct } from '../backend';
import { Button, Checkbox, Dialog, Icon } from '../components';
import { Bilingual, useWords } from '../l10n';
import styles from './HelpBar.module.css';
import { Refusal } from './Refusal';

export function HelpBar({ view }: { view: ParentView }) {
  const words = useWords();
  const ask = useAct('ask_for_help');
  const say = useAct('say_someone_helps');
  return (
    <footer className={styles.foot} aria-label={words('parent-help-bar')}>
      <Refusal error={ask.error ?? say.error} />
      <div className={styles.bar}>
        <div>
          <div role="status">
            {view.help_called && (
              <p className={styles.called}>
                <Icon name="check" />
                <Bilingual id="parent-help-called" />
              </p>
            )}
          </div>
          {!view.help_called && (
            <Button icon="hand" act="ask_for_help" isBusy={ask.isPending} onPress={() => ask.mutate(null)}>
              <Bilingual id="parent-help" />
            </Button>
          )}
        </div>
        <div className={styles.helper}>
          <Checkbox
            label={<Bilingual id="parent-someone-helps" />}
            value={view.someone_helps}
            onChange={(someone_helps) => say.mutate({ someone_helps })}
          />
          {view.someone_helps && (
            <p className={styles.masked} role="status">
              <Bilingual id="parent-someone-helps.description" />
            </p>
          )}
        </div>
        {/* On the summary, leaving is the main act of the screen itself. */}
        {view.step.step !== 'summary' && <Leave />}
      </div>
    </footer>
  );
}

function Leave() {
  const [asked, setAsked] = useState(false);
  const leave = useAct('leave_visit');
  return (
    <>
      <Button kind="signal" icon="door" act="leave" onPress={() => setAsked(true)}>
        <Bilingual id="parent-leave" />
      </Button>
      <Dialog
        title={<Bilingual id="parent-leave.question" />}
        isOpen={asked}
        onClose={() => setAsked(false)}
        actions={
          <>
            <Button large act="stay" onPress={() => setAsked(false)}>
              <Bilingual id="parent-leave.no" />
            </Button>
            <Button
              large
              kind="primary"
              act="leave_visit"
              isBusy={leave.isPending}
              onPress={() => leave.mutate(null, { onSuccess: () => setAsked(false) })}
            >
              <Bilingual id="parent-leave.yes" />
            </Button>
          </>
        }
      >
        <p>
          <Bilingual id="parent-leave.body" />
        </p>
        <Refusal error={leave.error} />
      </Dialog>
    </>
  );
}
