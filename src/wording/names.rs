/// How many names stand for a list.
const N_NAMED: usize = 3;

/// The first names of a list, and how many there are more: "Acme, Gate, Lock and 9 more".
pub fn first_names(names: &[&str]) -> String {
    let named = &names[..names.len().min(N_NAMED)];
    match (named, names.len() - named.len()) {
        ([first @ .., last], 0) if !first.is_empty() => [&first.join(", "), " and ", last].concat(),
        (_, 0) => named.concat(),
        (_, n_more) => [&named.join(", "), " and ", &n_more.to_string(), " more"].concat(),
    }
}
