// One child's identity, as the parent states it: two questions left at "No", then what the school's papers say.
import { useState } from 'react';
import { type ParentChild, useAct } from '../../backend';
import { Button, Form, Radios, Row } from '../../components';
import { Bilingual, FRENCH, useL10n } from '../../l10n';
import { fieldWords } from '../../parent/fieldWords';
import { focusFirstInvalid } from '../../parent/focusFirstInvalid';
import { Refusal, refusedField, RefusalWords } from '../../parent/Refusal';
import { CLAIM_FIELDS, claimOf, type ClaimDraft, type ClaimFieldName, EMPTY_CLAIM, isForSecretary, missingFields } from './claim';
import { AdultEducation, ClaimAnswerNotice, Correcting } from './ClaimAnswerNotice';
import { ClaimFields } from './ClaimFields';
import { Registration } from './Registration';

/** Their being empty is said in words of their own. */
const OWN_WORDS: readonly ClaimFieldName[] = ['service_centre', 'birth_date'];

export function ClaimForm({ serviceCentre, correcting, lastNames, onTouched, onAdded }: {
  /** The desk's own, to begin with. */
  serviceCentre: string;
  /** The secretary has looked at the last claim with them. */
  correcting: boolean;
  /** Those of a child who is confirmed already: brothers and sisters often share them. Empty before the first. */
  lastNames: string;
  onTouched: () => void;
  /** The message to say and the child that is tied now, or was before. */
  onAdded: (id: string, child: ParentChild) => void;
}) {
  const [draft, setDraft] = useState<ClaimDraft>({ ...EMPTY_CLAIM, serviceCentre, lastNames });
  const [isAsked, setAsked] = useState(false);
  const state = useAct('state_claim');

  const change = (part: Partial<ClaimDraft>) => {
    // Two fields may change in one press, as when one is left for another.
    setDraft((before) => ({ ...before, ...part }));
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

  return (
    <>
      <Questions draft={draft} change={change} />
      {isForSecretary(draft) ? (
        draft.neverEnrolled === 'yes' ? <Registration /> : <AdultEducation />
      ) : (
        <Form onSubmit={send}>
          <ClaimFields draft={draft} change={change} problem={problem} />
          {correcting ? <Correcting /> : state.data && !state.isPending && <ClaimAnswerNotice answer={state.data} />}
          <Refusal error={state.error} fields={CLAIM_FIELDS} />
          <Row>
            <Button type="submit" kind="primary" large icon="search" act="state_claim" isBusy={state.isPending}>
              <Bilingual id="parent-claim-send" />
            </Button>
          </Row>
        </Form>
      )}
    </>
  );
}

function Questions({ draft, change }: { draft: ClaimDraft; change: (part: Partial<ClaimDraft>) => void }) {
  const { locale, words, french } = useL10n();
  const choices = (['no', 'yes'] as const).map((id) => ({
    id,
    label: words(`parent-claim-${id}`),
    note: locale === FRENCH ? undefined : french(`parent-claim-${id}`),
  }));
  return (
    <>
      <Radios
        {...fieldWords(words, 'parent-claim-never-enrolled')}
        name="never_enrolled"
        beside
        choices={choices}
        value={draft.neverEnrolled}
        onChange={(neverEnrolled) => change({ neverEnrolled })}
      />
      <Radios
        {...fieldWords(words, 'parent-claim-adult')}
        name="adult_or_vocational"
        beside
        choices={choices}
        value={draft.adultOrVocational}
        onChange={(adultOrVocational) => change({ adultOrVocational })}
      />
    </>
  );
}
