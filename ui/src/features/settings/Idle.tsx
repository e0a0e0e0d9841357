// After how many minutes without input the desk locks.
import { useState } from 'react';
import { useAct, useAnswer } from '../../backend';
import { Busy, Button, Failed, Form, Notice, Row, TextField } from '../../components';
import { useWords } from '../../l10n';

export function Idle() {
  const settings = useAnswer('view_idle_settings', null, { once: true });
  if (settings.isPending) return <Busy />;
  return settings.data ? <Fields minutes={settings.data.minutes} /> : <Failed error={settings.error} />;
}

function Fields({ minutes: set }: { minutes: number }) {
  const words = useWords();
  const save = useAct('set_idle');
  const [typed, setTyped] = useState(String(set));
  const [tried, setTried] = useState(false);
  const minutes = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  const isWrong = minutes < 1 || minutes > 60;
  return (
    <Form
      onSubmit={() => {
        setTried(true);
        if (!isWrong) save.mutate({ minutes });
      }}
    >
      <p>{words('settings-idle-what')}</p>
      <TextField
        {...words.field('settings-idle-minutes')}
        name="minutes"
        ltr
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        error={tried && isWrong && words('settings-idle-wrong')}
      />
      <Failed error={save.error} />
      {save.isSuccess && <Notice kind="good">{words('settings-saved')}</Notice>}
      <Row align="end">
        <Button type="submit" act="set_idle" isBusy={save.isPending}>
          {words('settings-save')}
        </Button>
      </Row>
    </Form>
  );
}
