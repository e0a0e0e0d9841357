// The folder into which a registry can be dropped while the program is open.
import { useState } from 'react';
import { useAct, useAnswer, type WatchMode, type WatchSettings } from '../../backend';
import { Busy, Button, Failed, Form, Notice, Radios, Row } from '../../components';
import { PathField } from '../../desk/PathField';
import { useWords } from '../../l10n';

const MODES: readonly WatchMode[] = ['off', 'preview', 'at_once'];

export function Watch() {
  const settings = useAnswer('view_watch_settings', null, { once: true });
  if (settings.isPending) return <Busy />;
  return settings.data ? <Fields settings={settings.data} /> : <Failed error={settings.error} />;
}

function Fields({ settings }: { settings: WatchSettings }) {
  const words = useWords();
  const set = useAct('set_watch');
  const [mode, setMode] = useState(settings.mode);
  const [folder, setFolder] = useState(settings.folder ?? '');
  const [tried, setTried] = useState(false);
  const lacksFolder = mode !== 'off' && folder.trim() === '';
  return (
    <Form
      onSubmit={() => {
        setTried(true);
        if (!lacksFolder) set.mutate({ mode, folder: folder.trim() === '' ? null : folder.trim() });
      }}
    >
      <p>{words('watch-what')}</p>
      <Radios
        label={words('watch-mode')}
        name="watch_mode"
        value={mode}
        onChange={setMode}
        choices={MODES.map((id) => ({ id, label: words.of('watch-mode', id) }))}
      />
      <PathField {...words.field('watch-folder')} picks={['folder']} value={folder} onChange={setFolder} />
      {tried && lacksFolder && <Notice kind="bad">{words('watch-folder-missing')}</Notice>}
      <Failed error={set.error} />
      {set.isSuccess && <Notice kind="good">{words('settings-saved')}</Notice>}
      <Row align="end">
        <Button type="submit" act="set_watch" isBusy={set.isPending}>
          {words('settings-save')}
        </Button>
      </Row>
    </Form>
  );
}
