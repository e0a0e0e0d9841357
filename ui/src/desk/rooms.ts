// The rooms of the desk's window, and how one goes from one to another. No address bar: nothing of a child in a URL.
import { createContext, use } from 'react';

/** A school of the registry, or the students without one; their number and name. */
export interface SchoolPlace {
  id: string | null;
  name: string | null;
}

export type Room =
  | { name: 'registry' }
  | { name: 'schools' }
  | { name: 'groups'; school: SchoolPlace }
  | { name: 'group'; school: SchoolPlace; group: string | null }
  | { name: 'students' }
  | { name: 'student'; studentId: string }
  | { name: 'visit' }
  | { name: 'mail' }
  | { name: 'mailbox' }
  | { name: 'requests' }
  | { name: 'approvals' }
  | { name: 'duplicates' }
  | { name: 'import' }
  | { name: 'day' }
  | { name: 'ready' }
  | { name: 'notices' }
  | { name: 'staff' }
  | { name: 'journal' }
  | { name: 'settings' };

export type RoomName = Room['name'];

/** Goes to a room. */
export const RoomContext = createContext<(room: Room) => void>(() => undefined);

export function useGoTo(): (room: Room) => void {
  return use(RoomContext);
}
