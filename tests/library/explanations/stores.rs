//! Small stores, each for one way in which something follows from a root's own words. All names are invented.

/// The parties and events that all of them speak of.
pub const RECORD: &str = "
parties:
  - {id: norland, kind: state}
  - {id: vardia, kind: state}
  - {id: estia, kind: state}
  - {id: navy, kind: body, part-of: norland}
  - {id: coast-guard, kind: body, part-of: navy}
  - id: militia
    kind: body
    part-of: [{party: norland, until: 2031-03-31}, {party: vardia, from: 2031-04-01}]
  - {id: front, kind: armed-group}
  - {id: squad, kind: armed-group}
  - {id: ann, kind: person, part-of: norland}
  - {id: rebels, kind: class}
  - {id: wire, kind: outlet}
events: [{id: a}, {id: b}, {id: c}, {id: d}]
";

/// Name and statements.
pub const STORES: &[(&str, &str)] = &[
    (
        "implies",
        "
  - {id: s1, by: norland, date: 2031-05-01, asserts: ['carried-out(front, a)']}
  - {id: s2, by: vardia, date: 2031-05-01, suggests: ['ordered(norland, a)']}
  - {id: s3, by: front, date: 2031-05-02, denies: ['involved-in(front, a)']}
  - {id: s4, by: norland, date: 2031-05-02, denies: ['involved-in(self, a)']}",
    ),
    (
        "happening",
        "
  - {id: s1, by: norland, date: 2031-05-01, asserts: ['killed(a) = 3']}
  - {id: s2, by: vardia, date: 2031-05-01, denies: ['happened(a)']}",
    ),
    (
        "whole",
        "
  - {id: s1, by: estia, date: 2031-05-01, asserts: ['carried-out(coast-guard, a)']}
  - {id: s2, by: estia, date: 2031-05-01, asserts: ['ordered(militia, b)']}
  - {id: s3, by: front, date: 2031-03-01, asserts: ['ordered(militia, b)']}
  - {id: s4, by: norland, date: 2031-05-02, denies: ['carried-out(norland, a)', 'involved-in(self, b)']}
  - {id: s5, by: vardia, date: 2031-05-02, denies: ['involved-in(self, b)']}",
    ),
    (
        "member",
        "
  - id: s1
    by: norland
    date: 2031-05-01
    asserts: ['member-of(squad, front)', 'member-of(front, rebels)', 'carried-out(squad, a)']
  - {id: s2, by: front, date: 2031-05-02, denies: ['involved-in(self, a)']}
  - {id: s3, by: vardia, date: 2031-05-02, denies: ['carried-out(rebels, a)']}",
    ),
    (
        "hedged-member",
        "
  - {id: s1, by: norland, date: 2031-05-01, asserts: ['member-of(squad, front)'], suggests: ['carried-out(squad, a)']}
  - {id: s2, by: front, date: 2031-05-02, denies: ['involved-in(self, a)']}",
    ),
    (
        "same-event",
        "
  - {id: s1, by: norland, date: 2031-05-01, asserts: ['carried-out(front, a)', 'killed(a) = 3']}
  - {id: s2, by: norland, date: 2031-05-02, asserts: ['same-event(a, b)']}
  - {id: s3, by: norland, date: 2031-05-03, asserts: ['same-event(c, b)'], denies: ['involved-in(vardia, c)']}
  - {id: s4, by: front, date: 2031-05-04, denies: ['carried-out(self, c)']}
  - {id: s5, by: vardia, date: 2031-05-04, asserts: ['killed(b) = 9', 'involved-in(vardia, a)']}
  - {id: s6, by: estia, date: 2031-05-05, denies: ['same-event(a, c)']}",
    ),
    (
        "same-event-of-two",
        "
  - {id: s1, by: norland, date: 2031-05-01, asserts: ['same-event(a, b)', 'same-event(c, d)', 'caused(a, c)']}
  - {id: s2, by: vardia, date: 2031-05-02, denies: ['caused(b, d)']}",
    ),
    (
        "transitive",
        "
  - {id: s1, by: norland, date: 2031-05-01, asserts: ['part-of-event(a, b)']}
  - {id: s2, by: ann, date: 2031-05-02, asserts: ['part-of-event(b, c)']}
  - {id: s3, by: vardia, date: 2031-05-03, denies: ['part-of-event(a, c)']}",
    ),
    (
        "superseded-premise",
        "
  - {id: s1, by: norland, date: 2031-05-01, asserts: ['same-event(a, b)', 'carried-out(front, a)']}
  - {id: s2, by: norland, date: 2031-05-02, denies: ['same-event(a, b)']}
  - {id: s3, by: front, date: 2031-05-03, denies: ['carried-out(self, b)']}",
    ),
    (
        "withdrawn-premise",
        "
  - {id: s1, by: norland, date: 2031-05-01, asserts: ['member-of(squad, front)']}
  - {id: s2, by: norland, date: 2031-05-01, asserts: ['carried-out(squad, a)']}
  - {id: s3, by: norland, date: 2031-05-02, retracts: [s1]}
  - {id: s4, by: front, date: 2031-05-03, denies: ['carried-out(self, a)']}",
    ),
    (
        "joint",
        "
  - {id: s1, by: [norland, vardia], date: 2031-05-01, asserts: ['same-event(a, b)', 'took-part-in(front, a)']}
  - {id: s2, by: front, date: 2031-05-02, denies: ['involved-in(self, b)']}
  - {id: s3, by: wire, date: 2031-05-02, citing: [norland], asserts: ['involved-in(front, b)']}",
    ),
    (
        "reading",
        "
  - {id: s1, by: norland, date: 2031-05-01, asserts: ['carried-out(front, a)', 'same-event(a, b)']}
  - {id: s2, by: ann, date: 2031-05-02, suggests: ['arms(vardia, front)']}
  - {id: s3, by: vardia, date: 2031-05-03, denies: ['involved-in(self, b)']}",
    ),
    (
        "statement-as-a-whole",
        "
  - {id: s1, by: norland, date: 2031-05-01, asserts: ['carried-out(front, a)']}
  - {id: s2, by: front, date: 2031-05-02, denies: ['accurate(s1)']}",
    ),
];
