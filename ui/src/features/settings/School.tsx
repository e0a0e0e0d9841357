// What the summary and the mails say of the school.
import { useState } from 'react';
import { type SchoolSettings, useAct, useAnswer } from '../../backend';
import { Busy, Button, Columns, DateField, Failed, Form, Notice, Row, TextField } from '../../components';
import { useWords } from '../../l10n';

export function School() {
  const settings = useAnswer('view_school_settings', null, { once: true });
  if (settings.isPending) return <Busy />;
  return settings.data ? <Fields settings={settings.data} /> : <Failed error={settings.error} />;
}

/** An empty field is none. */
const given = (text: string) => (text.trim() === '' ? null : text.trim());

function Fields({ settings }: { settings: SchoolSettings }) {
  const words = useWords();
  const set = useAct('set_school');
  const [name, setName] = useState(settings.school_name);
  const [portal, setPortal] = useState(settings.portal_address ?? '');
  const [phone, setPhone] = useState(settings.support_phone ?? '');
  const [goLive, setGoLive] = useState(settings.go_live);
  return (
    <Form
      onSubmit={() =>
        set.mutate({ school_name: name.trim(), portal_address: given(portal), support_phone: given(phone), go_live: goLive })
      }
    >
      <Columns>
        <TextField {...words.field('setup-school-name')} description={undefined} name="school_name" accents value={name} onChange={setName} />
        <TextField {...words.field('settings-portal')} name="portal_address" ltr value={portal} onChange={setPortal} />
        <TextField {...words.field('settings-phone')} name="support_phone" ltr value={phone} onChange={setPhone} />
        <DateField {...words.field('settings-go-live')} value={goLive} onChange={setGoLive} />
      </Columns>
      <Failed error={set.error} />
      {set.isSuccess && <Notice kind="good">{words('settings-saved')}</Notice>}
      <Row align="end">
        <Button type="submit" act="set_school" isBusy={set.isPending}>
          {words('settings-save')}
        </Button>
      </Row>
    </Form>
  );
}
