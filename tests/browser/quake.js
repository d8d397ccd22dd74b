// An invented earthquake in real places, as JSON lines: what a map is drawn of.
const article = (source, outlet, published, text) => JSON.stringify({ source, outlet, published, language: "id", title: text.split("\n")[0], text });
export const quake = [
  article("a", "Harian Nusa", "2025-05-02", "Gempa Guncang Jawa Barat, 12 Orang Tewas\n\nSedikitnya 12 orang tewas di Kabupaten Cianjur akibat gempa, kata Kepala Badan Penanggulangan Bencana Daerah Jawa Barat Rudi Halimawan.\n\nDi Sukabumi, 3 orang tewas, kata Rudi. Sebanyak 150 rumah rusak di Bogor. \"Kami mengirim bantuan dari Bandung,\" kata Rudi.\n\nSebanyak 20 orang luka-luka di Desa Cipeundeuy."),
  article("b", "Kabar Pasundan", "2025-05-03", "Korban Gempa Jawa Barat Jadi 20 Orang\n\nKorban tewas akibat gempa di Kabupaten Cianjur bertambah menjadi 20 orang, kata Rudi Halimawan, Sabtu. Di Sukabumi 5 orang tewas. Sebanyak 300 warga mengungsi di Garut.\n\nRudi mengatakan sebuah regu dari Canberra menyusul."),
].join("\n");
