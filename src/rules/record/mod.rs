//! Rules about the soundness of the record.
//! The order of the rules here is that of the manual and of reports.

pub(crate) mod unreadable_file;
pub(crate) mod unknown_key;
pub(crate) mod duplicate_id;
pub(crate) mod unknown_reference;
pub(crate) mod wrong_argument;
pub(crate) mod bad_value;
pub(crate) mod bad_date;
pub(crate) mod class_speaks;
pub(crate) mod part_of_cycle;
pub(crate) mod overlapping_memberships;
pub(crate) mod quote_not_in_source;
pub(crate) mod altered_quote;
pub(crate) mod cut_quote;
pub(crate) mod source_changed;
pub(crate) mod before_its_event;
pub(crate) mod after_its_source;
pub(crate) mod overstated;
pub(crate) mod figure_not_in_quote;
pub(crate) mod shared_quote;
pub(crate) mod unsupported_grade;
pub(crate) mod unchecked;
pub(crate) mod suspicious_characters;
pub(crate) mod unused_record;

// Modules that several rules share; none of them holds a rule.
pub mod archived;
