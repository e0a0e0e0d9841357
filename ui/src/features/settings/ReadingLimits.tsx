// How much of a registry's file is read before it is refused: bounds against accidents, raised for a registry that is really so large.
import { useState } from 'react';
import { type ReadingLimit, useAct, useAnswer } from '../../backend';
import { Busy, Button, Columns, Failed, Form, Notice, Row, Stack, TextField } from '../../components';
import { useWords } from '../../l10n';

export function ReadingLimits() {
  const limits = useAnswer('view_reading_limits', null, { once: true });
  if (limits.isPending) return <Busy />;
  return limits.data ? <Fields limits={limits.data} /> : <Failed error={limits.error} />;
}

type Typed = Record<string, string>;

const typedOf = (limits: readonly ReadingLimit[], which: 'value' | 'usual'): Typed =>
  Object.fromEntries(limits.map((limit) => [limit.name, String(limit[which])]));

const isWithin = (text: string | undefined, most: number) => /^[0-9]+$/.test(text ?? '') && Number(text) >= 1 && Number(text) <= most;

function Fields({ limits }: { limits: readonly ReadingLimit[] }) {
  const words = useWords();
  const set = useAct('set_reading_limits');
  const [typed, setTyped] = useState(() => typedOf(limits, 'value'));
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    if (!limits.every((limit) => isWithin(typed[limit.name], limit.most))) return;
    set.mutate({ limits: limits.map(({ name }) => ({ name, value: Number(typed[name]) })) });
  };
  return (
    <Form onSubmit={save}>
      <Stack>
        <p>{words('settings-limits-what')}</p>
        <Columns>
          {limits.map((limit) => (
            <TextField
              key={limit.name}
              label={words.of('settings-limit', limit.name)}
              description={words('settings-limit-usual', { usual: limit.usual })}
              name={limit.name}
              ltr
              inputMode="numeric"
              value={typed[limit.name] ?? ''}
              onChange={(value) => setTyped((before) => ({ ...before, [limit.name]: value.trim() }))}
              error={tried && !isWithin(typed[limit.name], limit.most) && words('settings-limit-invalid', { most: limit.most })}
            />
          ))}
        </Columns>
      </Stack>
      <Failed error={set.error} />
      {set.isSuccess && <Notice kind="good">{words('settings-saved')}</Notice>}
      <Row align="end">
        <Button kind="quiet" icon="back" act="usual_limits" onPress={() => setTyped(typedOf(limits, 'usual'))}>
          {words('settings-limits-usual')}
        </Button>
        <Button type="submit" act="set_reading_limits" isBusy={set.isPending}>
          {words('settings-save')}
        </Button>
      </Row>
    </Form>
  );
}
