// A child who was never enrolled: a place is asked for, and the parent reads what to bring. The school calls back.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, Columns, DateField, Form, Notice, Row, TextField } from '../../components';
import { Bilingual, useWords } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';

const FIELDS = ['last_names', 'first_names', 'birth_date', 'phone', 'school_wished'] as const;
type FieldName = (typeof FIELDS)[number];
const TEXTS: readonly { name: Exclude<FieldName, 'birth_date'>; id: string; isNeeded: boolean }[] = [
  { name: 'last_names', id: 'parent-registration-last-names', isNeeded: true },
  { name: 'first_names', id: 'parent-registration-first-names', isNeeded: true },
  { name: 'phone', id: 'parent-registration-phone', isNeeded: false },
  { name: 'school_wished', id: 'parent-registration-school', isNeeded: false },
];
const DOCUMENTS = ['birth', 'residence', 'report', 'status'] as const;
const EMPTY = { last_names: '', first_names: '', phone: '', school_wished: '' };

export function Registration() {
  const words = useWords();
  const ask = useAct('ask_registration');
  const [texts, setTexts] = useState(EMPTY);
  const [birthDate, setBirthDate] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  if (ask.isSuccess) return <Taken />;

  const send = () => {
    setAsked(true);
    const isWhole = birthDate !== null && TEXTS.every((one) => !one.isNeeded || texts[one.name].trim() !== '');
    if (!isWhole) return focusFirstInvalid();
    ask.mutate({ ...texts, birth_date: birthDate }, { onError: focusFirstInvalid });
  };
  const refused = (name: FieldName) => (refusedField(ask.error) === name ? <RefusalWords error={ask.error} /> : undefined);
  const field = ({ name, id, isNeeded }: (typeof TEXTS)[number]) => (
    <TextField
      key={name}
      {...fieldWords(words, id)}
      name={name}
      accents={isNeeded}
      ltr={name === 'phone'}
      type={name === 'phone' ? 'tel' : undefined}
      value={texts[name]}
      onChange={(value) => setTexts((before) => ({ ...before, [name]: value }))}
      error={isNeeded && isAsked && texts[name].trim() === '' ? <Bilingual id="parent-missing" /> : refused(name)}
    />
  );
  const [last, first, ...others] = TEXTS.map(field);
  return (
    <Form onSubmit={send}>
      <Notice kind="info" live={false} title={<Bilingual id="parent-registration" />}>
        <Bilingual id="parent-registration.body" />
      </Notice>
      <Columns>
        {last}
        {first}
      </Columns>
      <DateField
        {...fieldWords(words, 'parent-claim-birth-date')}
        value={birthDate}
        onChange={setBirthDate}
        error={isAsked && birthDate === null ? <Bilingual id="parent-missing-birth-date" /> : refused('birth_date')}
      />
      <Columns>{others}</Columns>
      <Refusal error={ask.error} fields={FIELDS} />
      <Row>
        <Button type="submit" kind="primary" large icon="check" act="ask_registration" isBusy={ask.isPending}>
          <Bilingual id="parent-registration-send" />
        </Button>
      </Row>
    </Form>
  );
}

function Taken() {
  return (
    <>
      <Notice kind="good" title={<Bilingual id="parent-registration-done" />}>
        <Bilingual id="parent-registration-done.body" />
      </Notice>
      <Notice kind="info" live={false} title={<Bilingual id="parent-documents" />}>
        <ul>
          {DOCUMENTS.map((id) => (
            <li key={id}>
              <Bilingual id={`parent-documents-${id}`} />
            </li>
          ))}
        </ul>
      </Notice>
    </>
  );
}
