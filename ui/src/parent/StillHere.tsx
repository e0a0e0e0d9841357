// Nobody has done anything for a while: the screen asks whether they are still there before it is erased. Any key or touch
// answers too.
import { useAct } from '../backend';
import { Button, Notice } from '../components';
import { Bilingual } from '../l10n';
import { Refusal } from './Refusal';
import styles from './StillHere.module.css';

export function StillHere() {
  const say = useAct('say_still_here');
  return (
    <div className={styles.ask}>
      <Notice
        kind="warning"
        title={<Bilingual id="parent-still-here" />}
        actions={
          <Button kind="primary" large icon="hand" act="say_still_here" isBusy={say.isPending} onPress={() => say.mutate(null)}>
            <Bilingual id="parent-still-here.yes" />
          </Button>
        }
      >
        <Bilingual id="parent-still-here.body" />
      </Notice>
      <Refusal error={say.error} />
    </div>
  );
}
