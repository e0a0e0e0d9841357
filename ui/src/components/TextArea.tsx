// Several lines of text, in a language of their own if need be.
import { TextArea as Area, TextField as Field } from 'react-aria-components';
import { FieldFrame, type FieldWordsProps } from './Field';
import styles from './Field.module.css';

interface Props extends FieldWordsProps {
  name: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

export function TextArea({ label, description, error, name, value, onChange, rows = 6, lang, dir }: Props) {
  return (
    <Field name={name} value={value} onChange={onChange} isInvalid={Boolean(error)} validationBehavior="aria" className={styles.field}>
      <FieldFrame label={label} description={description} error={error}>
        <div className={styles.box}>
          <Area rows={rows} lang={lang} dir={dir} className={styles.input} />
        </div>
      </FieldFrame>
    </Field>
  );
}
