// What cuts a file into columns, and what its dates and names say in which order.
import { useState } from 'react';
import type { DateOrder, ImportMapping, ImportProposal, NameOrder, Separator, TextEncoding } from '../../backend';
import { Button, Columns, Notice, Select, Stack, TextField } from '../../components';
import { useWords } from '../../l10n';

const SEPARATORS: readonly Separator[] = ['semicolon', 'comma', 'tab', 'pipe'];
const ENCODINGS: readonly TextEncoding[] = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'];
const DATE_ORDERS: readonly DateOrder[] = ['day_first', 'month_first'];
const NAME_ORDERS: readonly NameOrder[] = ['last_first', 'first_first'];

interface Props {
  proposal: ImportProposal;
  onSay: (change: Partial<ImportMapping>) => void;
}

export function MappingOptions({ proposal, onSay }: Props) {
  const words = useWords();
  const listed = <T extends string>(list: string, ids: readonly T[]) => ids.map((id) => ({ id, label: words.of(list, id) }));
  return (
    <Stack>
      <Columns>
        {proposal.separator !== null && (
          <Select
            label={words('import-separator')}
            name="separator"
            value={proposal.separator}
            onChange={(separator) => onSay({ separator })}
            choices={listed('import-separator', SEPARATORS)}
          />
        )}
        {proposal.encoding !== null && (
          <Select
            label={words('import-encoding')}
            name="encoding"
            description={proposal.encoding_is_sure ? undefined : words('import-encoding-unsure')}
            value={proposal.encoding}
            onChange={(encoding) => onSay({ encoding })}
            choices={listed('import-encoding', ENCODINGS)}
          />
        )}
        {proposal.sheets.length > 1 && (
          <Select
            label={words('import-sheet')}
            name="sheet"
            value={proposal.sheet}
            onChange={(sheet) => onSay({ sheet })}
            choices={proposal.sheets.map((id) => ({ id, label: id }))}
          />
        )}
        <HeaderLine key={proposal.header_line} line={proposal.header_line} onSay={onSay} />
        <Select
          label={words('import-date-order')}
          name="date_order"
          description={words.of('import-dates', proposal.dates)}
          value={proposal.date_order}
          onChange={(date_order) => onSay({ date_order })}
          choices={listed('import-date-order', DATE_ORDERS)}
        />
        {proposal.names !== 'plain' && (
          <Select
            label={words('import-name-order')}
            name="name_order"
            description={words.of('import-names', proposal.names)}
            value={proposal.name_order}
            onChange={(name_order) => onSay({ name_order })}
            choices={listed('import-name-order', NAME_ORDERS)}
          />
        )}
      </Columns>
      {proposal.names === 'unclear' && proposal.name_order === null && (
        <Notice kind="warning">{words('import-names-ask')}</Notice>
      )}
    </Stack>
  );
}

/** Which line has the headers, taken when the person presses or leaves with Enter. */
function HeaderLine({ line, onSay }: { line: number; onSay: Props['onSay'] }) {
  const words = useWords();
  const [typed, setTyped] = useState(String(line));
  const isLine = /^[1-9]\d{0,4}$/.test(typed.trim());
  const take = () => {
    if (isLine && Number(typed) !== line) onSay({ header_line: Number(typed) });
  };
  return (
    <TextField
      {...words.field('import-header-line')}
      name="header_line"
      ltr
      inputMode="numeric"
      value={typed}
      onChange={setTyped}
      error={!isLine && words('import-header-line-wrong')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
      inside={
        <Button kind="quiet" act="take_header_line" onPress={take}>
          {words('import-header-line-take')}
        </Button>
      }
    />
  );
}
