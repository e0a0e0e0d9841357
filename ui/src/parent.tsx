// The entry of the parent's window.
import { mount } from './mount';
import { ParentWindow } from './parent/ParentWindow';

mount(<ParentWindow />);
