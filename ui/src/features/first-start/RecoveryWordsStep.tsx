// The recovery words, shown once: copied to paper, then three of them asked back.
import { useState } from 'react';
import { Button, Form, Notice, Page, Row, TextField } from '../../components';
import { useWords } from '../../l10n';
import styles from './RecoveryWords.module.css';

/** The places asked back, from 1: spread over the sheet, so that a part copied is not enough. */
export function placesAsked(count: number): number[] {
  return [0.15, 0.5, 0.9].map((part) => Math.max(1, Math.round(count * part)));
}

const same = (typed: string, word: string) => typed.trim().normalize('NFC').toLowerCase() === word.normalize('NFC').toLowerCase();

export function RecoveryWordsStep({ recoveryWords, onKept }: { recoveryWords: readonly string[]; onKept: () => void }) {
  const [asking, setAsking] = useState(false);
  return asking ? (
    <AskBack recoveryWords={recoveryWords} onBack={() => setAsking(false)} onKept={onKept} />
  ) : (
    <ShowOnce recoveryWords={recoveryWords} onCopied={() => setAsking(true)} />
  );
}

function ShowOnce({ recoveryWords, onCopied }: { recoveryWords: readonly string[]; onCopied: () => void }) {
  const words = useWords();
  return (
    <Page title={words('setup-words-title')} lead={words('setup-words-lead', { count: recoveryWords.length })}>
      <ol className={styles.words} lang="fr">
        {recoveryWords.map((word, place) => (
          <li key={`${String(place)}-${word}`} data-word={word}>
            {word}
          </li>
        ))}
      </ol>
      <Notice kind="warning" live={false}>
        {words('setup-words-once')}
      </Notice>
      <Row align="end">
        <Button kind="primary" icon="arrow" iconAfter act="words_copied" onPress={onCopied}>
          {words('setup-words-copied')}
        </Button>
      </Row>
    </Page>
  );
}

function AskBack({ recoveryWords, onBack, onKept }: {
  recoveryWords: readonly string[];
  onBack: () => void;
  onKept: () => void;
}) {
  const words = useWords();
  const places = placesAsked(recoveryWords.length);
  const [typed, setTyped] = useState<Record<number, string>>({});
  const [tried, setTried] = useState(false);
  const isRight = (place: number) => same(typed[place] ?? '', recoveryWords[place - 1] ?? '');
  return (
    <Page title={words('setup-words-check-title')} lead={words('setup-words-check-lead')}>
      <Form
        onSubmit={() => {
          setTried(true);
          if (places.every(isRight)) onKept();
        }}
      >
        {places.map((place) => (
          <TextField
            key={place}
            name={`word_${String(place)}`}
            label={words('setup-words-place', { place })}
            plain
            value={typed[place] ?? ''}
            onChange={(word) => setTyped({ ...typed, [place]: word })}
            error={tried && !isRight(place) && words('setup-words-wrong')}
          />
        ))}
        <Row align="apart">
          <Button kind="quiet" icon="back" act="back" onPress={onBack}>
            {words('setup-words-again')}
          </Button>
          <Button type="submit" kind="primary" icon="check" act="words_kept">
            {words('setup-words-kept')}
          </Button>
        </Row>
      </Form>
    </Page>
  );
}
