// What the parent sees, as a small picture in words: heading and fields, empty as they are here. What is typed there never
// comes to this window, and whether a password is complete is not told (domain.md §7).
import { lazy, Suspense } from 'react';
import type { ParentStep } from '../../backend';
import { Busy, Card } from '../../components';
import { useWords } from '../../l10n';

/** With the parent's words in every language: they are read when the first preview is shown. */
const Picture = lazy(() => import('./ScreenPicture'));

export function OnParentsScreen({ step, language }: { step: ParentStep; language: string }) {
  const words = useWords();
  return (
    <Card title={words('visit-screen')}>
      <Suspense fallback={<Busy />}>
        <Picture step={step} language={language} />
      </Suspense>
    </Card>
  );
}
