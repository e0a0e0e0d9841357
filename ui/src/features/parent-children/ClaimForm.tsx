// One child's identity, as the parent states it: two questions left at "No", then what the school's papers say.
import { useState } from 'react';
import { type ParentChild, useAct, useAnswer } from '../../backend';
import { Button, Columns, DateField, Form, Radios, ServiceCentreField, TextField } from '../../components';
import { Bilingual, FRENCH, useL10n } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { claimOf, type ClaimDraft, type ClaimFieldName, EMPTY_CLAIM, isForSecretary, missingFields, withLatinDigits } from './claim';
import { ClaimAnswerNotice, SeeSecretary } from './ClaimAnswerNotice';
import styles from './ClaimForm.module.css';
import { Paper } from './Paper';

const FIELDS: readonly ClaimFieldName[] = ['service_centre', 'last_names', 'first_names', 'birth_date', 'number'];
const OWN_WORDS: readonly ClaimFieldName[] = ['service_centre', 'birth_date'];

export function ClaimForm({ onTouched, onAdded }: {
  onTouched: () => void;
  /** The message to say and the child that is tied now, or was before. */
  onAdded: (id: string, child: ParentChild) => void;
}) {
  const { locale, words, french } = useL10n();
  const [draft, setDraft] = useState<ClaimDraft>(EMPTY_CLAIM);
  const [isAsked, setAsked] = useState(false);
  const centres = useAnswer('offer_service_centres', null);
  const state = useAct('state_claim');

  const change = (part: Partial<ClaimDraft>) => {
    setDraft({ ...draft, ...part });
    onTouched();
  };
  const send = () => {
    setAsked(true);
    const claim = claimOf(draft);
    if (claim === null) return focusFirstInvalid();
    state.mutate(claim, {
      onSuccess: (answer) => {
        if (answer.answer === 'matched') onAdded('parent-claim-matched', answer.child);
        if (answer.answer === 'already_tied') onAdded('parent-claim-already-tied', answer.child);
      },
      onError: focusFirstInvalid,
    });
  };
  const missing = isAsked ? missingFields(draft) : [];
  const problem = (name: ClaimFieldName) => {
    if (missing.includes(name)) {
      return <Bilingual id={OWN_WORDS.includes(name) ? `parent-missing-${name.replace('_', '-')}` : 'parent-missing'} />;
    }
    return refusedField(state.error) === name ? <RefusalWords error={state.error} /> : undefined;
  };
  const yesOrNo = (['no', 'yes'] as const).map((id) => ({
    id,
    label: words(`parent-claim-${id}`),
    note: locale === FRENCH ? undefined : french(`parent-claim-${id}`),
  }));

  return (
    <Form onSubmit={send}>
      <Radios
        {...fieldWords(words, 'parent-claim-never-enrolled')}
        beside
        choices={yesOrNo}
        value={draft.neverEnrolled}
        onChange={(neverEnrolled) => change({ neverEnrolled })}
      />
      <Radios
        {...fieldWords(words, 'parent-claim-adult')}
        beside
        choices={yesOrNo}
        value={draft.adultOrVocational}
        onChange={(adultOrVocational) => change({ adultOrVocational })}
      />
      {isForSecretary(draft) ? (
        <SeeSecretary />
      ) : (
        <>
          <ServiceCentreField
            {...fieldWords(words, 'parent-claim-service-centre')}
            centres={centres.data ?? []}
            value={draft.serviceCentre}
            onChange={(serviceCentre) => change({ serviceCentre })}
            error={problem('service_centre')}
          />
          <Columns>
            <TextField
              {...fieldWords(words, 'parent-claim-last-names')}
              name="last_names"
              accents
              value={draft.lastNames}
              onChange={(lastNames) => change({ lastNames })}
              error={problem('last_names')}
            />
            <TextField
              {...fieldWords(words, 'parent-claim-first-names')}
              name="first_names"
              accents
              value={draft.firstNames}
              onChange={(firstNames) => change({ firstNames })}
              error={problem('first_names')}
            />
          </Columns>
          <DateField
            {...fieldWords(words, 'parent-claim-birth-date')}
            value={draft.birthDate}
            onChange={(birthDate) => change({ birthDate })}
            error={problem('birth_date')}
          />
          <div className={styles.number}>
            <TextField
              {...fieldWords(words, 'parent-claim-number')}
              name="number"
              ltr
              value={draft.number}
              onChange={(number) => change({ number: withLatinDigits(number) })}
              error={problem('number')}
            />
            <Paper />
          </div>
          {state.data && !state.isPending && <ClaimAnswerNotice answer={state.data} />}
          <Refusal error={state.error ?? centres.error} fields={FIELDS} />
          <Button type="submit" kind="primary" large icon="search" isBusy={state.isPending}>
            <Bilingual id="parent-claim-send" />
          </Button>
        </>
      )}
    </Form>
  );
}
