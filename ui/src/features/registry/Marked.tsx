// A text of the registry with what was typed marked in it, kept whole among words of either direction.
import { Fragment } from 'react';
import type { TextMark } from '../../backend';
import styles from './Marked.module.css';

interface Piece {
  text: string;
  isMarked: boolean;
}

/** The text cut where marks begin and end. */
export function pieces(text: string, marks: readonly TextMark[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    cut.push({ text: text.slice(at, start), isMarked: false }, { text: text.slice(start, end), isMarked: true });
    at = end;
  }
  cut.push({ text: text.slice(at), isMarked: false });
  return cut.filter((piece) => piece.text !== '');
}

export function Marked({ text, marks }: { text: string; marks: readonly TextMark[] }) {
  return (
    <bdi>
      {pieces(text, marks).map((piece, at) =>
        piece.isMarked ? (
          <mark key={at} className={styles.mark}>
            {piece.text}
          </mark>
        ) : (
          <Fragment key={at}>{piece.text}</Fragment>
        ),
      )}
    </bdi>
  );
}
