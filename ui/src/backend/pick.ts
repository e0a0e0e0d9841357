// The system's own file dialogs. They give a path; the desk reads or writes the file.
import { open, save } from '@tauri-apps/plugin-dialog';

/** A file to read, or null when the person closed the dialog. `title` is in the person's language. */
export async function pickFile(title: string): Promise<string | null> {
  return open({ title, multiple: false, directory: false });
}

/** A folder to read, or null. */
export async function pickFolder(title: string): Promise<string | null> {
  return open({ title, multiple: false, directory: true });
}

/** A file to write, or null. */
export async function pickPlace(title: string, defaultPath: string): Promise<string | null> {
  return save({ title, defaultPath });
}
