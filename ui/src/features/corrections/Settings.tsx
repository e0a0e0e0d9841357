// Who decides on corrections: the school's two settings (domain.md §6).
import { useState } from 'react';
import { type CorrectionSettings, useAct, useAnswer } from '../../backend';
import { Busy, Button, Checkbox, Failed, Form, Notice, Row } from '../../components';
import { useWords } from '../../l10n';

export function Corrections() {
  const settings = useAnswer('view_correction_settings', null, { once: true });
  if (settings.isPending) return <Busy />;
  return settings.data ? <Fields settings={settings.data} /> : <Failed error={settings.error} />;
}

function Fields({ settings }: { settings: CorrectionSettings }) {
  const words = useWords();
  const set = useAct('set_correction_settings');
  const [wished, setWished] = useState(settings);
  return (
    <Form onSubmit={() => set.mutate(wished)}>
      <Checkbox
        label={words('settings-secretaries-alone')}
        value={wished.secretaries_alone}
        onChange={(secretaries_alone) => setWished({ ...wished, secretaries_alone })}
      />
      <Checkbox
        label={words('settings-same-person-in-visit')}
        value={wished.same_person_in_visit}
        onChange={(same_person_in_visit) => setWished({ ...wished, same_person_in_visit })}
      />
      <p>{words('settings-corrections-always')}</p>
      <Failed error={set.error} />
      {set.isSuccess && <Notice kind="good">{words('settings-saved')}</Notice>}
      <Row align="end">
        <Button type="submit" act="set_correction_settings" isBusy={set.isPending}>
          {words('settings-save')}
        </Button>
      </Row>
    </Form>
  );
}
