// A preview and what is decided on it: whether it is the right file, who is one person, and the press that applies it.
import { useState } from 'react';
import { codeOf, type ImportPreview } from '../../backend';
import { Button, Card, Stack } from '../../components';
import { useWords } from '../../l10n';
import { Alarms } from './Alarms';
import { Counts } from './Counts';
import { ImportFailed } from './ImportFailed';
import { Preview } from './Preview';
import { type Answer, answersGiven, Questions } from './Questions';
import { UnderWay } from './UnderWay';
import type { useImport } from './useImport';

/** What leaves the preview as it is: anything else makes it void, and the file is to be looked at again. */
const KEEPS_PREVIEW: readonly unknown[] = [null, 'import_alarms', 'import_under_way'];

export function Previewed({ road, preview }: { road: ReturnType<typeof useImport>; preview: ImportPreview }) {
  const words = useWords();
  const { apply } = road;
  const [accepts, setAccepts] = useState(false);
  const [answers, setAnswers] = useState<Record<string, Answer>>({});
  const isBusy = apply.isPending || road.preview.isPending;
  const isVoid = !KEEPS_PREVIEW.includes(apply.error ? codeOf(apply.error) : null);
  const format = preview.format.replaceAll('_', '-');
  const act = isVoid ? (
    <Button kind="primary" icon="eye" act="preview_again" isBusy={isBusy} onPress={road.previewAgain}>
      {words('import-preview-again')}
    </Button>
  ) : (
    <Button
      kind="primary"
      icon="check"
      act="apply_import"
      isBusy={isBusy}
      isDisabled={preview.alarms.length > 0 && !accepts}
      onPress={() => road.applyIt(preview.token, accepts, answersGiven(answers))}
    >
      {words('import-apply')}
    </Button>
  );
  return (
    <Stack gap="large">
      {preview.alarms.length > 0 && <Alarms alarms={preview.alarms} isAccepted={accepts} onAccept={setAccepts} />}
      <Card
        title={words('import-preview-title')}
        aside={words('import-format', { format: words.has(`import-format-${format}`) ? words.of('import-format', format) : preview.format })}
        actions={
          <>
            {act}
            <Button act="import_again" isDisabled={isBusy} onPress={road.startAgain}>
              {words('import-other')}
            </Button>
            {preview.format === 'csv' && (
              <Button act="change_reading" isDisabled={isBusy} onPress={() => road.lookAt(road.wish, true)}>
                {words('import-change-reading')}
              </Button>
            )}
          </>
        }
      >
        <p>{words('import-read', { students: preview.students, guardians: preview.guardians, guardianships: preview.guardianships })}</p>
        {road.wish.complete && <p>{words('import-extent-complete.note')}</p>}
        <Counts counts={{ new: preview.new, changed: preview.changed, unchanged: preview.unchanged, gone: preview.gone, unusable: preview.unusable_count }} />
        {isBusy && <UnderWay />}
        <ImportFailed error={apply.error ?? road.preview.error} />
      </Card>
      {preview.questions.length > 0 && (
        <Questions
          questions={preview.questions}
          count={preview.question_count}
          answers={answers}
          onAnswer={(id, answer) => setAnswers({ ...answers, [id]: answer })}
        />
      )}
      <Preview preview={preview} />
    </Stack>
  );
}
