//! What each window sees of the desk and of the visit, made anew each time it asks. Nothing is decided here,
//! and what one side may not see is never put in.

mod desk;
mod parent;
mod rows;

pub(crate) use rows::masked_code;
