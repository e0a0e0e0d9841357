// Which of a source's numbers is the fiche and which the permanent code, where its format does not say.
import { useState } from 'react';
import { type RegistryNumbers as Numbers, useAct, useAnswer } from '../../backend';
import { Busy, Button, Columns, Failed, Form, Notice, Row, Stack, TextField } from '../../components';
import { useWords } from '../../l10n';

export function RegistryNumbers() {
  const numbers = useAnswer('view_registry_numbers', null, { once: true });
  if (numbers.isPending) return <Busy />;
  return numbers.data ? <Fields numbers={numbers.data} /> : <Failed error={numbers.error} />;
}

/** An empty field is none. */
const given = (text: string) => (text.trim() === '' ? null : text.trim());

function Fields({ numbers }: { numbers: Numbers }) {
  const words = useWords();
  const set = useAct('set_registry_numbers');
  const [fiche, setFiche] = useState(numbers.fiche_from ?? '');
  const [code, setCode] = useState(numbers.permanent_code_from ?? '');
  return (
    <Form onSubmit={() => set.mutate({ fiche_from: given(fiche), permanent_code_from: given(code) })}>
      <Stack>
        <p>{words('settings-registry-what')}</p>
        <Columns>
          <TextField {...words.field('settings-fiche-from')} name="fiche_from" ltr value={fiche} onChange={setFiche} />
          <TextField {...words.field('settings-permanent-code-from')} name="permanent_code_from" ltr value={code} onChange={setCode} />
        </Columns>
      </Stack>
      <Failed error={set.error} />
      {set.isSuccess && <Notice kind="good">{words('settings-saved')}</Notice>}
      <Row align="end">
        <Button type="submit" act="set_registry_numbers" isBusy={set.isPending}>
          {words('settings-save')}
        </Button>
      </Row>
    </Form>
  );
}
