// A path on this machine, typed or picked in the system's dialog.
import { Button } from 'react-aria-components';
import { pickFile, pickFolder, pickPlace } from '../backend';
import { TextField } from '../components';
import field from '../components/Field.module.css';
import { useWords } from '../l10n';

/** What may be picked: a file to read, a folder to read, or a file to write. */
type Pick = 'file' | 'folder' | 'place';

interface Props {
  label: string;
  description?: string;
  picks: readonly Pick[];
  /** The name that is proposed for a file to write. */
  proposed?: string;
  value: string;
  onChange: (path: string) => void;
}

export function PathField({ label, description, picks, proposed = '', value, onChange }: Props) {
  const words = useWords();
  const open = async (pick: Pick) => {
    const picked = pick === 'place' ? pickPlace(label, proposed) : pick === 'folder' ? pickFolder(label) : pickFile(label);
    // A dialog that cannot open leaves the field to type in.
    const path = await picked.catch(() => null);
    if (path !== null) onChange(path);
  };
  return (
    <TextField
      label={label}
      description={description}
      name="path"
      ltr
      value={value}
      onChange={onChange}
      inside={picks.map((pick) => (
        <Button key={pick} className={field.inside} data-act={`pick_${pick}`} onPress={() => void open(pick)}>
          {words.of('path-pick', pick)}
        </Button>
      ))}
    />
  );
}
