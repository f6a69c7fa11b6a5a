//! Records as they are entered: a draft of a record, the id and file it gets, what it would change, its writing.

pub mod article;
pub mod checking;
pub mod completing;
pub mod copy;
pub mod dates;
pub mod desk;
pub mod draft;
pub mod editing;
pub mod home;
pub mod judging;
pub mod merging;
pub mod naming;
pub mod outlook;
pub mod pick;
pub mod placing;
pub mod renaming;
pub mod sentence;
pub mod settling;
pub mod source;
