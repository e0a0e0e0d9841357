// The entry of the desk's window.
import { DeskWindow } from './desk/DeskWindow';
import { mount } from './mount';

mount(<DeskWindow />);
