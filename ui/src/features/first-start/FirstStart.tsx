// The first start: two doors, and the way back from a backup. Each road is a file of its own.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Failed, Icon, Page } from '../../components';
import { Front } from '../../desk/Front';
import { useWords } from '../../l10n';
import styles from './FirstStart.module.css';
import { Restore } from './Restore';
import { SetUp } from './SetUp';

type Road = 'doors' | 'set_up' | 'restore';

export function FirstStart({ demoExists, isOpen, onSettingUp }: {
  demoExists: boolean;
  /** The desk is open already: what is left of setting up is to keep the words and to name the mail server. */
  isOpen: boolean;
  onSettingUp: (settingUp: boolean) => void;
}) {
  const [road, setRoad] = useState<Road>('doors');
  const back = () => {
    onSettingUp(false);
    setRoad('doors');
  };
  switch (road) {
    case 'doors':
      return (
        <Doors
          demoExists={demoExists}
          onChoose={(chosen) => {
            // From here on: Rust may say that the desk is open before its words of recovery are back.
            onSettingUp(chosen === 'set_up');
            setRoad(chosen);
          }}
        />
      );
    case 'set_up':
      return <SetUp isOpen={isOpen} onBack={back} onDone={() => onSettingUp(false)} />;
    case 'restore':
      return <Restore onBack={back} />;
  }
}

function Doors({ demoExists, onChoose }: { demoExists: boolean; onChoose: (road: Road) => void }) {
  const words = useWords();
  const demo = useAct('open_demo');
  return (
    <Front wide>
      <Page title={words('first-title')} lead={words('first-lead')}>
        <div className={styles.doors}>
          <section className={styles.door}>
            <Icon name="desk" large />
            <h2>{words('first-real')}</h2>
            <p>{words('first-real-what')}</p>
            <Button kind="primary" large icon="arrow" iconAfter act="set_up" onPress={() => onChoose('set_up')}>
              {words('first-real-open')}
            </Button>
          </section>
          <section className={styles.door}>
            <Icon name="school" large />
            <h2>{words('first-demo')}</h2>
            <p>{words('first-demo-what')}</p>
            <Button large act="open_demo" isBusy={demo.isPending} onPress={() => demo.mutate(null)}>
              {words(demoExists ? 'first-demo-again' : 'first-demo-open')}
            </Button>
            {demo.isPending && <p role="status">{words('first-demo-making')}</p>}
          </section>
        </div>
        <Failed error={demo.error} />
        <p className={styles.other}>
          {words('first-restore-question')}{' '}
          <Button kind="quiet" icon="shield" act="restore" onPress={() => onChoose('restore')}>
            {words('first-restore')}
          </Button>
        </p>
      </Page>
    </Front>
  );
}
