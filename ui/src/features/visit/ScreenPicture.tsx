// The picture itself, in the parent's language beside French.
import type { ParentStep } from '../../backend';
import { Bilingual, L10nProvider } from '../../l10n';
import { parentBundles } from '../../l10n/parentBundles';
import styles from './ScreenPicture.module.css';
import { screenWords } from './screenWords';

export default function ScreenPicture({ step, language }: { step: ParentStep; language: string }) {
  const { heading, args, offer, fields } = screenWords(step);
  return (
    <L10nProvider bundles={parentBundles} locale={language} page={false}>
      <div className={styles.screen} data-preview={heading}>
        <p className={styles.heading}>
          <Bilingual id={heading} args={args} />
        </p>
        {offer && (
          <p className={styles.offer}>
            <Bilingual id={offer} args={args} />
          </p>
        )}
        {fields.map((field) => (
          <div key={field} className={styles.field}>
            <Bilingual id={field} />
            <span className={styles.box} />
          </div>
        ))}
      </div>
    </L10nProvider>
  );
}
