// Ways of reading that are kept under a name: one to follow, one to save, one to forget.
import { useState } from 'react';
import { type ImportMapping, useAct, useAnswer } from '../../backend';
import { Button, Card, Columns, Failed, Form, Notice, Row, Select, TextField } from '../../components';
import { useWords } from '../../l10n';

export function Profiles({ mapping, followed, onFollow }: {
  /** What would be saved: how the table is read now. */
  mapping: ImportMapping;
  followed: string | null;
  onFollow: (name: string | null) => void;
}) {
  const words = useWords();
  const profiles = useAnswer('list_profiles', null);
  const save = useAct('save_profile');
  const remove = useAct('remove_profile');
  const [typed, setTyped] = useState<string | null>(null);
  const name = (typed ?? followed ?? '').trim();
  const kept = profiles.data ?? [];
  const isKept = followed !== null && kept.some((one) => one.name === followed);
  return (
    <Card title={words('import-profiles')}>
      <p>{words('import-profiles-what')}</p>
      {kept.length > 0 && (
        <Columns>
          <Select
            label={words('import-profile-follow')}
            name="profile"
            placeholder={words('import-profile-none')}
            value={isKept ? followed : null}
            onChange={onFollow}
            choices={kept.map((one) => ({
              id: one.name,
              label: one.name,
              note: words('import-profile-columns', { count: one.columns }),
            }))}
          />
          {isKept && (
            <Row align="end">
              <Button
                kind="signal"
                act="remove_profile"
                isBusy={remove.isPending}
                onPress={() => remove.mutate({ name: followed }, { onSuccess: () => onFollow(null) })}
              >
                {words('import-profile-remove', { name: followed })}
              </Button>
            </Row>
          )}
        </Columns>
      )}
      <Failed error={remove.error} />
      <Form
        onSubmit={() => {
          if (name !== '') save.mutate({ name, mapping });
        }}
      >
        <TextField
          {...words.field('import-profile-name')}
          name="profile_name"
          maxLength={60}
          value={typed ?? followed ?? ''}
          onChange={setTyped}
        />
        <Failed error={save.error} />
        {save.isSuccess && <Notice kind="good">{words('import-profile-saved', { name: save.variables.name })}</Notice>}
        <Row align="end">
          <Button type="submit" act="save_profile" isBusy={save.isPending} isDisabled={name === ''}>
            {words('import-profile-save')}
          </Button>
        </Row>
      </Form>
    </Card>
  );
}
