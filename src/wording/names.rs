/// How many names stand for a list.
const N_NAMED: usize = 3;

/// The first names of a list, and how many there are more: "Acme, Gate, Lock and 9 more".
pub fn first_names(names: &[&str]) -> String {
    let first = &names[..names.len().min(N_NAMED)];
    match (first, names.len() - first.len()) {
        ([others @ .., last], 0) if !others.is_empty() => {
            [&others.join(", "), " and ", last].concat()
        }
        (_, 0) => first.concat(),
        (_, n_more) => [&first.join(", "), " and ", &n_more.to_string(), " more"].concat(),
    }
}
