//! The fuzz targets of the registry readers. What each does is in `targets`, which a plain test of the crate includes too.

pub mod targets;
