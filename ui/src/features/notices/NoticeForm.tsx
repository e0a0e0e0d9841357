// One notice: its two days, and a text in each language of the parents. French is needed; Rust refuses a child's number.
import { useState } from 'react';
import { type NoticeLine, type NoticeTemplate, useAct } from '../../backend';
import { Button, Columns, DateField, Failed, Form, Notice, Row, Stack } from '../../components';
import { TextArea } from '../../components/TextArea';
import { FRENCH, useWords } from '../../l10n';

export function NoticeForm({ notice, templates, onDone }: {
  notice: NoticeLine | null;
  templates: readonly NoticeTemplate[];
  onDone: () => void;
}) {
  const words = useWords();
  const save = useAct('save_notice');
  const [first, setFirst] = useState(notice?.first_day ?? null);
  const [last, setLast] = useState(notice?.last_day ?? null);
  const [texts, setTexts] = useState<Record<string, string>>(() =>
    Object.fromEntries((notice?.texts ?? []).map((one) => [one.language, one.text])),
  );
  const [tried, setTried] = useState(false);
  const isOrdered = first !== null && last !== null && first <= last;
  return (
    <Form
      onSubmit={() => {
        setTried(true);
        if (first === null || last === null || first > last) return;
        const given = templates.map(({ language }) => ({ language, text: texts[language] ?? '' }));
        save.mutate({ notice_id: notice?.id ?? null, first_day: first, last_day: last, texts: given }, { onSuccess: onDone });
      }}
    >
      <Stack>
        <Columns>
          <DateField label={words('notices-first-day')} value={first} onChange={setFirst} />
          <DateField
            label={words('notices-last-day')}
            value={last}
            onChange={setLast}
            error={tried && !isOrdered && words('notices-dates-missing')}
          />
        </Columns>
        <Notice
          kind="info"
          live={false}
          actions={
            <Button
              icon="copy"
              act="notice_template"
              onPress={() => setTexts(Object.fromEntries(templates.map((one) => [one.language, one.text])))}
            >
              {words('notices-template')}
            </Button>
          }
        >
          {words('notices-never')}
        </Notice>
        {templates.map((one) => (
          <TextArea
            key={one.language}
            label={words('notices-text', { language: one.name })}
            description={one.language === FRENCH && words('notices-text-french')}
            name={one.language}
            lang={one.language}
            dir={one.right_to_left ? 'rtl' : 'ltr'}
            value={texts[one.language] ?? ''}
            onChange={(text) => setTexts((before) => ({ ...before, [one.language]: text }))}
          />
        ))}
        <Failed error={save.error} />
        <Row align="end">
          <Button act="notice_cancel" onPress={onDone}>
            {words('desk-cancel')}
          </Button>
          <Button kind="primary" type="submit" icon="check" act="save_notice" isBusy={save.isPending}>
            {words('notices-save')}
          </Button>
        </Row>
      </Stack>
    </Form>
  );
}
