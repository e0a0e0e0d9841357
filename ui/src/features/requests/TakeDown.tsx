// Taking a first registration down for a family who has no account, with what they are to bring.
import { useState } from 'react';
import { useAct } from '../../backend';
import { Button, type ButtonKind, Columns, DateField, Dialog, Failed, Notice, TextField } from '../../components';
import { useWords } from '../../l10n';

const EMPTY = { last_names: '', first_names: '', birth_date: null as string | null, adult_name: '', email: '', phone: '', school_wished: '' };

export const DOCUMENTS = ['birth', 'residence', 'report', 'status'] as const;

export function TakeDown({ kind, email = '' }: {
  kind: ButtonKind;
  /** The address that was given at the counter. */
  email?: string;
}) {
  const words = useWords();
  const take = useAct('take_down_request');
  const [draft, setDraft] = useState<typeof EMPTY | null>(null);
  const change = (part: Partial<typeof EMPTY>) => setDraft((before) => before && { ...before, ...part });
  const close = () => {
    setDraft(null);
    take.reset();
  };
  return (
    <>
      <Button kind={kind} icon="plus" act="take_down_request_open" onPress={() => setDraft({ ...EMPTY, email })}>
        {words('mend-take-down-request')}
      </Button>
      {draft && (
        <Dialog
          title={words('request-new-title')}
          isOpen
          onClose={close}
          wide
          actions={
            <>
              <Button onPress={close}>{words('desk-cancel')}</Button>
              <Button
                kind="primary"
                icon="check"
                act="take_down_request"
                isDisabled={!draft.birth_date || !draft.last_names || !draft.first_names || !(draft.email || draft.phone)}
                isBusy={take.isPending}
                onPress={() => draft.birth_date && take.mutate({ ...draft, birth_date: draft.birth_date }, { onSuccess: close })}
              >
                {words('request-new-do')}
              </Button>
            </>
          }
        >
          <Columns>
            <TextField label={words('student-last-names')} name="last_names" accents value={draft.last_names} onChange={(last_names) => change({ last_names })} />
            <TextField label={words('student-first-names')} name="first_names" accents value={draft.first_names} onChange={(first_names) => change({ first_names })} />
          </Columns>
          <DateField label={words('request-birth-date')} value={draft.birth_date} onChange={(birth_date) => change({ birth_date })} />
          <TextField label={words('request-adult')} name="adult_name" value={draft.adult_name} onChange={(adult_name) => change({ adult_name })} />
          <Columns>
            <TextField label={words('request-phone')} name="phone" type="tel" ltr value={draft.phone} onChange={(phone) => change({ phone })} />
            <TextField label={words('request-email')} name="email" type="email" ltr value={draft.email} onChange={(typed) => change({ email: typed })} />
          </Columns>
          <TextField label={words('request-school-wished')} name="school_wished" value={draft.school_wished} onChange={(school_wished) => change({ school_wished })} />
          <Notice kind="info" live={false} title={words('request-documents')}>
            <ul>
              {DOCUMENTS.map((id) => (
                <li key={id}>{words(`request-document-${id}`)}</li>
              ))}
            </ul>
          </Notice>
          <Failed error={take.error} />
        </Dialog>
      )}
    </>
  );
}
