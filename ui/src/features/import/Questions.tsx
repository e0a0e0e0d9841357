// Whether two are one person: the file's beside the registry's. Without an answer they stay two.
import type { ImportAnswer, ImportQuestion, QuestionPerson } from '../../backend';
import { Card, Columns, type Fact, Facts, Name, Radios, Stack } from '../../components';
import { useDates, useWords } from '../../l10n';
import styles from './Questions.module.css';

export type Answer = 'open' | 'same' | 'two';

const ANSWERS: readonly Answer[] = ['same', 'two', 'open'];

/** The answers that say something. */
export function answersGiven(answers: Record<string, Answer>): ImportAnswer[] {
  const given = Object.entries(answers).filter(([, answer]) => answer !== 'open');
  return given.map(([id, answer]) => ({ id, same: answer === 'same' }));
}

export function Questions({ questions, count, answers, onAnswer }: {
  questions: readonly ImportQuestion[];
  count: number;
  answers: Record<string, Answer>;
  onAnswer: (id: string, answer: Answer) => void;
}) {
  const words = useWords();
  return (
    <Card title={words('import-questions', { count })}>
      <p>{words('import-questions-what')}</p>
      <ol className={styles.questions}>
        {questions.map((one) => (
          <li key={one.id}>
            <Question question={one} answer={answers[one.id] ?? 'open'} onAnswer={(answer) => onAnswer(one.id, answer)} />
          </li>
        ))}
      </ol>
      {count > questions.length && <p>{words('import-more', { count: count - questions.length })}</p>}
    </Card>
  );
}

function Question({ question, answer, onAnswer }: {
  question: ImportQuestion;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}) {
  const words = useWords();
  return (
    <Stack gap="small">
      <Columns>
        <Person label={words('import-question-in-file', { line: question.line })} person={question.in_file} other={question.on_file} />
        <Person label={words('import-question-on-file')} person={question.on_file} other={question.in_file} />
      </Columns>
      <Radios
        label={words.of('import-question', question.kind)}
        name={`answer-${question.id}`}
        beside
        value={answer}
        onChange={onAnswer}
        choices={ANSWERS.map((id) => ({ id, label: words.of('import-answer', id) }))}
      />
    </Stack>
  );
}

const NUMBERS = ['fiche', 'permanent_code', 'school', 'email'] as const;

/** One of the two. What neither has is not shown; what only the other has is, as missing. */
function Person({ label, person, other }: { label: string; person: QuestionPerson; other: QuestionPerson }) {
  const words = useWords();
  const dates = useDates();
  const none = words('claim-nothing');
  const facts: Fact[] = [{ id: 'name', label: words('import-question-name'), value: <Name person={person} /> }];
  if (person.birth_date ?? other.birth_date) {
    const value = person.birth_date ? dates.day(person.birth_date) : none;
    facts.push({ id: 'birth_date', label: words('import-field-birth-date'), value });
  }
  for (const id of NUMBERS) {
    if (!(person[id] ?? other[id])) continue;
    const name = id === 'email' ? words('import-question-email') : words.of('import-field', id);
    facts.push({ id, label: name, value: <bdi>{person[id] ?? none}</bdi> });
  }
  return (
    <section className={styles.person} aria-label={label}>
      <h3>{label}</h3>
      <Facts facts={facts} />
    </section>
  );
}
