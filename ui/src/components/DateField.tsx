// A birth date in segments: Gregorian, Latin digits, in the order of the language. Values are `2014-03-09` or null.
import { type CalendarDate, parseDate } from '@internationalized/date';
import { useState } from 'react';
import { DateField as Field, DateInput, DateSegment } from 'react-aria-components';
import { classes } from './classes';
import styles from './DateField.module.css';
import { FieldFrame, type FieldWordsProps } from './Field';
import field from './Field.module.css';

interface Props extends FieldWordsProps {
  value: string | null;
  onChange: (iso: string | null) => void;
}

export function DateField({ label, description, error, value, onChange }: Props) {
  // The segments keep a half-typed date to themselves: what goes out is a whole date or none.
  const [date, setDate] = useState<CalendarDate | null>(() => (value === null ? null : parseDate(value)));
  return (
    <Field
      value={date}
      onChange={(next) => {
        setDate(next);
        onChange(next === null ? null : next.toString());
      }}
      granularity="day"
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={field.field}
    >
      <FieldFrame label={label} description={description} error={error}>
        <DateInput className={classes(field.box, styles.input)}>
          {(segment) => <DateSegment segment={segment} className={styles.segment} />}
        </DateInput>
      </FieldFrame>
    </Field>
  );
}
