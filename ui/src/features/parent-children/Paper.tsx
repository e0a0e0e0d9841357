// Where the two numbers stand on a school's paper (domain.md §10): a report card, drawn, and the other papers in words.
// The paper itself is French and reads left to right in every language.
import { useId } from 'react';
import { Bilingual, useL10n } from '../../l10n';
import styles from './Paper.module.css';

export function Paper() {
  const { words, french } = useL10n();
  const title = useId();
  return (
    <figure className={styles.paper}>
      <svg className={styles.drawing} viewBox="0 0 220 164" role="img" aria-labelledby={title}>
        <title id={title}>
          {words('parent-paper.picture')}
        </title>
        <path className={styles.sheet} d="M8 6h190l14 14v138H8z" />
        <path className={styles.fold} d="M198 6v14h14" />
        <text className={styles.heading} x="20" y="28">
          {french('parent-paper-title')}
        </text>
        <path className={styles.line} d="M20 42h78M20 52h52" />
        <g className={styles.mark}>
          <rect x="16" y="64" width="80" height="34" rx="4" />
          <rect x="104" y="64" width="100" height="34" rx="4" />
        </g>
        <text className={styles.label} x="22" y="76">
          {french('parent-paper-fiche')}
        </text>
        <text className={styles.value} x="22" y="91">
          {SAMPLE_FICHE}
        </text>
        <text className={styles.label} x="110" y="76">
          {french('parent-paper-code')}
        </text>
        <text className={styles.value} x="110" y="91">
          {SAMPLE_CODE}
        </text>
        <path className={styles.line} d="M20 114h180M20 126h180M20 138h180" />
      </svg>
      <figcaption className={styles.words}>
        <p className={styles.title}>
          <Bilingual id="parent-paper" />
        </p>
        <p>
          <Bilingual id="parent-paper.fiche" />
        </p>
        <p>
          <Bilingual id="parent-paper.code" />
        </p>
      </figcaption>
    </figure>
  );
}

/** Shapes to recognize, of nobody. */
const SAMPLE_FICHE = '1234567';
const SAMPLE_CODE = 'ABCD 12345678';
