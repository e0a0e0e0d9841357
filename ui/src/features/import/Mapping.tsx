// How a table would be read, for a person to look at and change. Each change is proposed anew by the desk.
import { useState } from 'react';
import { type ImportMapping, type ImportProposal, useAct } from '../../backend';
import { Button, Card, Notice, Row, Stack } from '../../components';
import { useWords } from '../../l10n';
import { ImportFailed } from './ImportFailed';
import { MappingColumns } from './MappingColumns';
import { MappingOptions } from './MappingOptions';
import { Profiles } from './Profiles';
import { UnderWay } from './UnderWay';
import type { Reading } from './useImport';

const NOTHING_SAID: ImportMapping = {
  separator: null,
  encoding: null,
  sheet: null,
  header_line: null,
  date_order: null,
  name_order: null,
  columns: [],
};

/** What cuts the file into columns: after another choice of these, what was said of the columns is of another table. */
const CUTS: readonly (keyof ImportMapping)[] = ['separator', 'encoding', 'sheet', 'header_line'];

export function Mapping({ path, first, isBusy, error, onPreview, onAgain }: {
  path: string;
  first: ImportProposal;
  isBusy: boolean;
  error: unknown;
  onPreview: (reading: Reading) => void;
  onAgain: () => void;
}) {
  const words = useWords();
  const propose = useAct('propose_import');
  const [shown, setShown] = useState(first);
  const [said, setSaid] = useState(NOTHING_SAID);
  const [profile, setProfile] = useState(first.profile);
  const ask = (mapping: ImportMapping, named: string | null) => {
    setSaid(mapping);
    setProfile(named);
    propose.mutate({ path, mapping, ...(named !== null && { profile: named }) }, { onSuccess: setShown });
  };
  const say = (change: Partial<ImportMapping>) => {
    const isCut = CUTS.some((one) => one in change);
    ask({ ...said, ...change, ...(isCut && { columns: [] }) }, profile);
  };
  const give = (header: string, meaning: string | null) =>
    say({ columns: [...said.columns.filter((one) => one.header !== header), { header, meaning }] });
  return (
    <Stack gap="large">
      <Card title={words('import-mapping-title')} aside={<bdi>{shown.file}</bdi>}>
        <p>{words('import-mapping-what')}</p>
        {shown.profile !== null && (
          <Notice kind="info" live={false}>
            {words('import-profile-followed', { name: shown.profile })}
          </Notice>
        )}
        <MappingOptions proposal={shown} onSay={say} />
        <ImportFailed error={propose.error} />
      </Card>
      <Card
        title={words('import-mapping-columns', { count: shown.columns.length })}
        actions={
          <>
            <Button
              kind="primary"
              icon="eye"
              act="preview_import"
              isBusy={isBusy || propose.isPending}
              onPress={() => onPreview({ mapping: shown.mapping, ...(profile !== null && { profile }) })}
            >
              {words('import-preview')}
            </Button>
            <Button act="import_again" isDisabled={isBusy} onPress={onAgain}>
              {words('import-other')}
            </Button>
          </>
        }
      >
        <MappingColumns columns={shown.columns} meanings={shown.meanings} onGive={give} />
        <Row align="end">{propose.isPending && <span role="status">{words('import-proposing')}</span>}</Row>
        <ImportFailed error={error} />
        {isBusy && <UnderWay />}
      </Card>
      <Profiles mapping={shown.mapping} followed={shown.profile} onFollow={(name) => ask(NOTHING_SAID, name)} />
    </Stack>
  );
}
