// The product's own drawings, on a grid of 24. They stand beside words and are silent: no icon is the only sign.
import styles from './Icon.module.css';

const DRAWINGS = {
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7.5 8.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  alert: 'M12 3.5 2.5 20h19L12 3.5Zm0 6v5m0 2.6v.4',
  arrow: 'M5 12h14m-5.5-5.5L19 12l-5.5 5.5',
  back: 'M19 12H5m5.5-5.5L5 12l5.5 5.5',
  book: 'M5 4.5h10a3 3 0 0 1 3 3v12H8a3 3 0 0 1-3-3v-12Zm0 12a3 3 0 0 1 3-3h10M9 8h5',
  check: 'm4.5 12.5 5 5 10-11',
  chevron: 'm6 9.5 6 6 6-6',
  child: 'M12 10.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM6.5 20.5v-3a5.5 5.5 0 0 1 11 0v3',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Zm0-13.5v5.3l3.5 2.2',
  close: 'm6 6 12 12M18 6 6 18',
  copy: 'M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4',
  desk: 'M3.5 10.5h17M5 10.5v9m14-9v9M8 10.5v-5h8v5M9.5 15h5',
  door: 'M6 20.5v-17h9v17M3.5 20.5h17M12.5 12v.4M15 6.5h3v14',
  error: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Zm-3.2-11.7 6.4 6.4m0-6.4-6.4 6.4',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z',
  family: 'M8 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm8.5 2.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM2.5 19.5c.3-3.6 2.5-5.5 5.5-5.5s5.2 1.9 5.5 5.5m2-3.8c3.2-.6 5.3.8 6 3.8',
  hand: 'M8 12V5.5a1.5 1.5 0 0 1 3 0V11m0-1V4.5a1.5 1.5 0 0 1 3 0V11m0-.5V6a1.5 1.5 0 0 1 3 0v8.5c0 3.6-2 6-5.5 6-3 0-4.3-1.4-5.5-3.8L4 13.2c-.6-1.3 1.2-2.5 2.2-1.3L8 14',
  import: 'M12 3.5v11m-4.5-4.5 4.5 4.5 4.5-4.5M4 17v3.5h16V17',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17Zm0-9.5v5.5m0-8.9v.4',
  journal: 'M6 3.5h12v17H6zM9 8h6m-6 4h6m-6 4h4',
  key: 'M8 15.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm4.5-4.5h9v3.5m-4-3.5v2.5',
  language: 'M3.5 6.5h9m-4.5-3v3m3 0c-.8 4-3.4 7-7 8.5m1.5-6c1.2 2.6 3 4.4 5.5 5.5m1 6 4.5-11 4.5 11m-7.3-3.5h5.6',
  lock: 'M5.5 10.5h13v10h-13zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5M12 14.5v2',
  mail: 'M3.5 5.5h17v13h-17zM3.5 7l8.5 6 8.5-6',
  mailbox: 'M3.5 18.5v-7a4 4 0 0 1 4-4h9a4 4 0 0 1 4 4v7h-17Zm8 0v-7a4 4 0 0 0-4-4m7.5 4V4.5h3',
  pencil: 'M4.5 19.5h4L20 8l-4-4L4.5 15.5v4Zm9-13 4 4',
  people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9c.5-3.7 3-5.5 6.5-5.5s6 1.8 6.5 5.5M15.5 4.3a3.5 3.5 0 0 1 0 6.5m2.5 4c2 .7 3.2 2.4 3.5 5',
  plus: 'M12 5v14M5 12h14',
  school: 'M12 3.5 3.5 8v12.5h17V8L12 3.5Zm-3 17v-6h6v6M12 8.5v2',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5 5 5',
  settings: 'M4 7h10m4 0h2M4 17h2m4 0h10M16 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM8 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z',
  shield: 'M12 3.5 5 6v6c0 4.3 3 7.3 7 8.5 4-1.2 7-4.2 7-8.5V6l-7-2.5Z',
} as const;

export type IconName = keyof typeof DRAWINGS;

/** Arrows point the way one reads. */
const TURNED: ReadonlySet<IconName> = new Set<IconName>(['arrow', 'back']);

export function Icon({ name, large = false }: { name: IconName; large?: boolean }) {
  const names = [styles.icon, large && styles.large, TURNED.has(name) && styles.turned].filter(Boolean).join(' ');
  return (
    <svg className={names} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
